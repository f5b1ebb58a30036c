/** The shape a translation must have: exactly the keys of the Dutch original, with words of its own. */
export type Catalogue<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Catalogue<T[Key]> };
