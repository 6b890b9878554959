export function installChromium(): Promise<string>;
