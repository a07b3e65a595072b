// SPDX-License-Identifier: MIT
import { EngineClient } from '../engine/client.js';
import './fc-app.js';
import './page.css';
import { Session } from './session.js';

const app = document.createElement('fc-app');
app.session = new Session(new EngineClient());
document.querySelector('#app')?.replaceWith(app);
