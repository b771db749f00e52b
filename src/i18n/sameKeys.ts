/** The same keys, any texts: what a translation must have for the compiler to accept it. */
export type SameKeys<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> };
