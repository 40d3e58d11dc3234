-- Sends GET for paths drawn at random, with a token.
-- Arguments: the file of paths, the file of tokens, the share of the tokens to begin after, the number of threads, a seed.
-- Each thread has its own part of the tokens and takes them in order, so that as long as possible passes before one returns.

local antall = 0

function setup(traad)
    traad:set("nummer", antall)
    antall = antall + 1
end

local forespoersler = {}
local haler = {}
local neste = 0

local function les(fil, hver, foerste, form)
    local linjer = {}
    local n = 0
    for linje in io.lines(fil) do
        if n % hver == foerste then
            linjer[#linjer + 1] = form:format(linje)
        end
        n = n + 1
    end
    return linjer, n
end

function init(args)
    local traader = tonumber(args[4])
    local hale = " HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port
        .. "\r\nAccept: application/json\r\nAuthorization: Bearer %s\r\n\r\n"
    forespoersler = les(args[1], 1, 0, "GET %s")
    local alle
    haler, alle = les(args[2], traader, nummer, hale)
    if alle < traader then
        haler = les(args[2], 1, 0, hale)
    end
    neste = math.floor(tonumber(args[3]) * #haler)
    math.randomseed(tonumber(args[5]) * traader + nummer)
end

function request()
    neste = neste % #haler + 1
    return forespoersler[math.random(#forespoersler)] .. haler[neste]
end

function done(summary, latency, requests)
    local feil = summary.errors
    io.write(string.format(
        "RESULTAT %d %d %d %d %d %d %d %d\n",
        summary.requests, summary.duration, summary.bytes,
        feil.status, feil.connect + feil.read + feil.write + feil.timeout,
        latency:percentile(50), latency:percentile(99), latency.max))
end
