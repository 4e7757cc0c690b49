import { ActivityHandler, CloudAdapter, MessageFactory } from '@microsoft/agents-hosting';
import express from 'express';
import { listening } from './listening.mjs';

class EchoAgent extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      const text = `Echo: ${context.activity.text}`;
      await context.sendActivity(MessageFactory.text(text, text));
      await next();
    });
  }
}

const adapter = new CloudAdapter();
const agent = new EchoAgent();
const app = express();
app.use(express.json());
app.post('/api/messages', async (request, response) => {
  await adapter.process(request, response, (context) => agent.run(context));
});
const server = app.listen(0, '127.0.0.1', () => listening(server.address()));
