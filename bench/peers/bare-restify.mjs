import restify from 'restify';
import { listening } from './listening.mjs';

// The floor: a body read and parsed, an answer of the right shape, no bot.
const server = restify.createServer({ name: 'bare' });
server.use(restify.plugins.bodyParser());
server.post('/api/messages', (request, response, next) => {
  response.send(200, { activities: [{ type: 'message', text: `Echo: ${request.body.text}` }] });
  next();
});
server.listen(0, '127.0.0.1', () => listening(server.address()));
