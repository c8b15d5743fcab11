// What is asked, for clients that are not written in JavaScript.
import { asked } from "./asked.mjs";

console.log(JSON.stringify(asked));
