/** Gives each name once: the second `a` is `a 1`, the third `a 2`. */
export class UniqueNames {
  readonly #taken = new Map<string, number>();

  take(name: string): string {
    let count = this.#taken.get(name) ?? 0;
    let given = name;
    // Another one may have that name by itself.
    while (this.#taken.has(given)) given = `${name} ${count++ || 1}`;
    this.#taken.set(given, 1).set(name, count || 1);
    return given;
  }
}
