import { setFlagsFromString } from "node:v8";

// What is read of a claim is looked at and dropped. While a file is opened V8 sees it live on, takes it for lasting, and from then on
// makes it where nothing is collected for long: at 45 MB that was half of the memory.
setFlagsFromString("--no-allocation-site-pretenuring");
