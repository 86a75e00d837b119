import protobuf from "protobufjs";

/** Frames of the long connection (2.2). */
export interface Frame {
  SeqID: number;
  LogID: number;
  service: number;
  /** 0 control, 1 data. */
  method: number;
  headers: { key: string; value: string }[];
  payload?: Uint8Array;
}

// The ids are uint64 there; the SDK takes big numbers out of protobufjs for the whole process, and the fake's are small.
const SCHEMA = `syntax = "proto2"; package pbbp2;
message Header { required string key = 1; required string value = 2; }
message Frame {
  required uint32 SeqID = 1; required uint32 LogID = 2; required int32 service = 3; required int32 method = 4;
  repeated Header headers = 5; optional string payloadEncoding = 6; optional string payloadType = 7;
  optional bytes payload = 8; optional string LogIDNew = 9;
}`;
const Type = protobuf.parse(SCHEMA, { keepCase: true }).root.lookupType("pbbp2.Frame");

export const encode = (frame: Frame): Uint8Array => Type.encode(Type.create(frame)).finish();
export const decode = (bytes: Uint8Array): Frame => Type.toObject(Type.decode(bytes), { arrays: true }) as Frame;

export const headerOf = ({ headers }: Frame, key: string): string =>
  headers.find((header) => header.key === key)?.value ?? "";
