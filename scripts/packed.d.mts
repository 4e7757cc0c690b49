export declare const root: string;
export declare const hashOf: (file: string) => string;
export declare const pack: (name: string, hash: string, folder: string) => string;
export declare const whyNot: (error: unknown) => string;
