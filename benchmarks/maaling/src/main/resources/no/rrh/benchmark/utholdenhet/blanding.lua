-- Sends requests drawn at random from a file, and counts the answers by status.
-- Arguments: the file, which has one request a line with \r and \n written as ~ and ^, and a seed.

local traader = {}

function setup(traad)
    traad:set("nummer", #traader)
    traader[#traader + 1] = traad
end

local forespoersler = {}
local antall = {}

function init(args)
    for linje in io.lines(args[1]) do
        forespoersler[#forespoersler + 1] = linje:gsub("~", "\r"):gsub("%^", "\n")
    end
    math.randomseed(tonumber(args[2]) * 2 + nummer)
end

function request()
    return forespoersler[math.random(#forespoersler)]
end

function response(status)
    if antall[status] then
        antall[status] = antall[status] + 1
    else
        antall[status] = 1
    end
    -- the script of the whole sees what is global in a thread
    _G["s" .. status] = antall[status]
end

function done(summary, latency, requests)
    local feil = summary.errors
    io.write(string.format("TAPT %d\n", feil.connect + feil.read + feil.write + feil.timeout))
    for status = 100, 599 do
        local n = 0
        for _, traad in ipairs(traader) do
            n = n + (traad:get("s" .. status) or 0)
        end
        if n > 0 then
            io.write(string.format("SVAR %d %d\n", status, n))
        end
    end
end
