package no.rrh.http.tjener;

/** Whether the server waits for a client, and with what. */
enum Venter {
    IKKE,
    PAA_KALLET,
    PAA_AT_SVARET_TAS_IMOT
}
