// How confabd's allocator, jemalloc, behaves. It looks for this name when the program starts (jemalloc(3), TUNING).

extern "C" {

/// What is freed goes back to the system within seconds, by a thread of its own: a server that is idle after a storm
/// would otherwise keep it. Few arenas, as few threads allocate.
extern const char *malloc_conf;
const char *malloc_conf = "background_thread:true,dirty_decay_ms:2000,muzzy_decay_ms:0,narenas:4";

} // extern "C"
