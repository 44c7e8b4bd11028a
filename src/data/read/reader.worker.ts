import { serveReading } from './reader-service';

serveReading(() => undefined);
