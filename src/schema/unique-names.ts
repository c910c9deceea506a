/** Gives each name once: the second `a` is `a 1`, the third `a 2`. */
export class UniqueNames {
  /** By the names that are taken: the number of the next one alike. */
  readonly #taken = new Map<string, number>();

  take(name: string): string {
    let next = this.#taken.get(name);
    if (next === undefined) {
      this.#taken.set(name, 1);
      return name;
    }
    // Another one may have that name by itself.
    while (this.#taken.has(`${name} ${next}`)) next++;
    const given = `${name} ${next}`;
    this.#taken.set(name, next + 1).set(given, 1);
    return given;
  }
}
