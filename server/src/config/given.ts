/** An object, or an empty one where it is not given or something else. */
export function recordOf(value: unknown, name: string, problems: string[]): Readonly<Record<string, unknown>> {
  if (isNotSet(value)) return {};
  if (typeof value === "object" && !Array.isArray(value)) return value as Record<string, unknown>;
  problems.push(`${name} must be an object.`);
  return {};
}

/** One path or a list of them, as they were written. */
export function readPaths(value: unknown, name: string, problems: string[]): readonly string[] {
  if (isNotSet(value)) return [];
  const paths: unknown[] = Array.isArray(value) ? value : [value];
  const read = paths.filter((path): path is string => typeof path === "string" && path !== "");
  if (read.length < paths.length) problems.push(`${name} must be a list of paths.`);
  return read;
}

export function isNotSet(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}
