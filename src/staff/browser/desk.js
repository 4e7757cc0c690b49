import { followKeys } from './keys.js';
import { followLive } from './live.js';
import { followSelection } from './selection.js';

followSelection();
followKeys();
followLive();
