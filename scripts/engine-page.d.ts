export interface EnginePage {
  goto(url: string): Promise<unknown>;
  evaluate(expression: string): Promise<unknown>;
  readonly mouse: { click(x: number, y: number): Promise<unknown> };
  readonly keyboard: { type(text: string): Promise<unknown> };
  stop(): Promise<unknown>;
}

/** Starts an engine with one page, which is driven in the same way in all of them. */
export function startPage(engine: string): Promise<EnginePage>;
