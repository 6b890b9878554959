/** The states as payers write them: code and name, but of Massachusetts only the name. */
export const states: ReadonlySet<string> = new Set(
  (
    "al alabama|ak alaska|az arizona|ar arkansas|ca california|co colorado|ct connecticut|de delaware|fl florida|" +
    "ga georgia|hi hawaii|id idaho|il illinois|in indiana|ia iowa|ks kansas|ky kentucky|la louisiana|me maine|" +
    "md maryland|massachusetts|mi michigan|mn minnesota|ms mississippi|mo missouri|mt montana|ne nebraska|nv nevada|" +
    "nh new hampshire|nj new jersey|nm new mexico|ny new york|nc north carolina|nd north dakota|oh ohio|ok oklahoma|" +
    "or oregon|pa pennsylvania|ri rhode island|sc south carolina|sd south dakota|tn tennessee|tx texas|ut utah|" +
    "vt vermont|va virginia|wa washington|wv west virginia|wi wisconsin|wy wyoming|pr puerto rico|dc district of columbia"
  )
    .split("|")
    .flatMap((state) => {
      const [, code, name] = /^([a-z]{2}) (.+)$/.exec(state) ?? [];
      return code === undefined || name === undefined ? [state] : [code, name];
    }),
);
