// SPDX-License-Identifier: MIT
import { EngineClient } from '../engine/client.js';
import './fc-page.js';
import './page.css';
import { Session } from './session.js';

const engine = new EngineClient();
// Starts the worker while the visitor reads; if it cannot start, the first files say so.
engine.version().catch(() => undefined);

const page = document.createElement('fc-page');
page.session = new Session(engine);
document.querySelector('#app')?.replaceWith(page);
