/** The two-character modifiers of CPT and HCPCS by their first character, current and former ones, doubtful ones too. */
const secondCharacters: ReadonlyMap<string, string> = new Map([
  ["1", "P"],
  ["2", "P123456789"],
  ["3", "P23"],
  ["4", "7"],
  ["5", "0123456789"],
  ["6", "236"],
  ["7", "346789"],
  ["8", "P012"],
  ["9", "01235679"],
  ["A", "123456789ADEFGHIJKMOPQRSTUVWXYZ"],
  ["B", "ALOPRU"],
  ["C", "ABCDEFGHIJKLMNOPQRST"],
  ["D", "A"],
  ["E", "1234ABCDEJMPRTXY"],
  ["F", "123456789ABCPQRSTXY"],
  ["G", "0123456789ABCDEFGHJKLMNOPQRSTUVWXYZ"],
  ["H", "9ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
  ["J", "12345ABCDEFGJKLWZ"],
  ["K", "01234ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
  ["L", "1CDLMRSTU"],
  ["M", "2ABCDEFGHS"],
  ["N", "123ABRU"],
  ["P", "123456ABCDEILMNOSTX"],
  // QC once meant a one-channel recording of the heart; on therapy it is CQ turned round, and so it is left out.
  ["Q", "0123456789ABDEFGHJKLMNPQRSTUVWXYZ"],
  ["R", "ABCDEIPRT"],
  ["S", "ABCDEFGHJKLMNQSTUVWYZ"],
  ["T", "123456789ABCDEFGHJKLMNPQRSTUVW"],
  ["U", "123456789ABCDEFGHJKNPQRS"],
  ["V", "123456789MP"],
  ["X", "12345EPSU"],
  ["Z", "ABC"],
]);

/** From and to where an ambulance drove; PG and NG are on therapy GP and GN turned round. */
const ambulanceRoute = /^(?!PG|NG)[DEGHIJNPRS][DEGHIJNPRSX]$/;

/** Whether CPT or HCPCS has, or had, the modifier, given in upper case. */
export function isPublishedModifier(modifier: string): boolean {
  if (modifier.length !== 2) return false;
  const characters = secondCharacters.get(modifier.charAt(0)) ?? "";
  return characters.includes(modifier.charAt(1)) || ambulanceRoute.test(modifier);
}
