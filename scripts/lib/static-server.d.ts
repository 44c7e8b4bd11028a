import type { Server } from 'node:http';

export interface StaticOptions {
  headers?: (pathname: string) => Record<string, string>;
  redirects?: Record<string, string>;
}

export function staticServer(mounts: Record<string, string>, options?: StaticOptions): Server;
export function listen(server: Server): Promise<number>;
export function listenNear(makeServer: () => Server, port: number, host?: string): Promise<number>;
