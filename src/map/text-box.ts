/** The width of an average letter in the pictures' font at 12 pixels, and the height of a line, in pixels. */
const LETTER = 6.4;
const LINE = 16;

/** Text broken into lines, and the room that they take, in pixels. */
export interface TextBox {
  readonly lines: readonly string[];
  readonly width: number;
  readonly height: number;
}

const broken = (text: string, most: number): readonly string[] => {
  const [first = '', ...words] = text.split(' ');
  const lines: string[] = [];
  let line = first;
  for (const word of words) {
    const longer = `${line} ${word}`;
    if (longer.length > most) lines.push(line);
    line = longer.length > most ? word : longer;
  }
  return [...lines, line];
};

/** Breaks each text at its spaces into lines of so many letters at most. */
export const textBox = (texts: readonly string[], most: number): TextBox => {
  const lines = texts.flatMap((text) => broken(text, most));
  return { lines, width: Math.ceil(Math.max(0, ...lines.map((line) => line.length)) * LETTER), height: lines.length * LINE };
};

export const LINE_HEIGHT = LINE;
