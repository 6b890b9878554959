const reasons: Readonly<Record<string, string>> = {
  ENOENT: "no such file or folder",
  ENOTDIR: "no such file or folder",
  EACCES: "no permission to read it",
  EPERM: "no permission to read it",
  ELOOP: "a link that leads back to itself",
  ERR_FS_FILE_TOO_LARGE: "too large to be read",
  ERR_STRING_TOO_LONG: "too large to be read",
};

/** Why a file or folder can't be read, in words. Says no more of an error than its code or class, which hold no text of a claim. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return "can't be checked";
  const code = "code" in error ? String(error.code) : error.name;
  return reasons[code] ?? `can't be checked (${code})`;
}
