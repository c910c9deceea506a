/** Gives each name once: the second `a` is `a 1`, the third `a 2`. */
export class UniqueNames {
  readonly #taken = new Map<string, number>();

  take(name: string): string {
    const count = this.#taken.get(name) ?? 0;
    this.#taken.set(name, count + 1);
    return count === 0 ? name : `${name} ${count}`;
  }
}
