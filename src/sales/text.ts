/** A text people read, in both languages. French is the first. */
export interface Text {
  readonly fr: string;
  readonly en: string;
}

export type Language = keyof Text;
