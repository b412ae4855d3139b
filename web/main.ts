// SPDX-License-Identifier: Apache-2.0

import "./app.js";
import { preferredLanguage, speak } from "./words/words.js";

speak(preferredLanguage());
document.body.append(document.createElement("topline-app"));
