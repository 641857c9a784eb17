/** Path of an archive's entry, with `/` and without the `.` and `..` that some programs write. */
export function entryPath(name: string): string {
  return name
    .split(/[/\\]/)
    .filter((part) => part !== "" && part !== "." && part !== "..")
    .join("/");
}

/** Whether a path is left out: hidden files and what macOS adds to archives. */
export function isHidden(path: string): boolean {
  return path.split("/").some((part) => part.startsWith(".") || part === "__MACOSX");
}
