/** Something wrong with what is imported; the message says where, and what was expected, to whoever runs the command. */
export class ImportError extends Error {
  constructor(
    message: string,
    readonly place: { file?: string; line?: number | null; column?: string } = {},
  ) {
    const { file, line, column } = place;
    const at = [file, line && `line ${line}`, column && `column "${column}"`].filter(Boolean);
    super(at.length > 0 ? `${at.join(", ")}: ${message}` : message);
    this.name = "ImportError";
  }
}
