"""What the wire attack tests share: the server under test, raw clients, the witness and the measuring of a process."""
