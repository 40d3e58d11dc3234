#!/usr/bin/env bash
# Makes the data folder of a version, with the answers that the version gave from it: lag.sh rrh.jar OUT.zip
# Needs bash, curl, unzip and the JDK's jar.
set -euo pipefail
jar=$(realpath "$1")
ut=$(realpath -m "$2")
her=$(cd "$(dirname "$0")" && pwd)
arbeid=$(mktemp -d)
data=$arbeid/mappe
svar=$arbeid/svar
trap 'rm -rf "$arbeid"' EXIT

rrh() {
    java -jar "$jar" "$@" --data "$data"
}

start() {
    java -jar "$jar" serve --port 0 --data "$data" > "$arbeid/ut" 2> "$arbeid/logg" &
    server=$!
    until grep -q '^rrh er klar' "$arbeid/ut"; do
        kill -0 "$server"
        sleep 0.2
    done
    adresse=$(sed -n 's/^rrh er klar på \(http[^ ]*\).*/\1/p' "$arbeid/ut")
    token="Authorization: Bearer $(rrh token --scope brreg:reelle/offentlig)"
    until curl -sf -o "$arbeid/totalbestand.zip" -D "$arbeid/headere" -H "$token" "$adresse/api/virksomheter/json"; do
        sleep 0.2
    done
}

stopp() {
    kill "$server"
    # the exit code of a process that a signal ended is not 0
    wait "$server" || true
}

mkdir "$svar"
start # fills an empty register with the test data
stopp
# a virksomhet with history, the gjeldende registration of which is then changed
rrh importer "$her/endring.json"
sed 's/FØRSTE ORDLYD/ANDRE ORDLYD/' "$her/endring.json" > "$arbeid/endring.json"
rrh importer "$arbeid/endring.json"
rrh totalbestand
start
tr -d '\r' < "$arbeid/headere" | sed -n 's/^rrh-sekvensnummer: //Ip' > "$svar/sekvensnummer"
unzip -p "$arbeid/totalbestand.zip" totalbestand.json > "$svar/totalbestand.json"
for nummer in $(grep -o '"organisasjonsnummer":"[0-9]*","foerst' "$svar/totalbestand.json" | grep -o '[0-9]*' | sort -u); do
    curl -sf -o "$svar/$nummer.json" -H "$token" "$adresse/api/virksomheter/$nummer"
done
stopp
rm -f "$ut"
(cd "$arbeid" && jar --create --no-manifest --file "$ut" mappe svar)
ls "$svar"
