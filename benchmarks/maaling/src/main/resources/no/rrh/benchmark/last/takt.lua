-- As last.lua, at a given rate: the sixth argument, in requests a second of each thread.
-- Each thread has a timetable, a request every so many microseconds. A connection that has got its answer takes the next
-- place in it, and waits for its time. Places that went by while all connections waited for answers are taken at once: what
-- the server is behind with is asked for, not forgiven.

local mappe = debug.getinfo(1, "S").source:match("^@(.*/)")
dofile(mappe .. "last.lua")

local ffi = require("ffi")
ffi.cdef [[
    typedef struct { long sekunder; long nanosekunder; } tidspunkt;
    int clock_gettime(int klokke, tidspunkt *naa);
]]
local CLOCK_MONOTONIC = 1
local tid = ffi.new("tidspunkt")

local function naa()
    ffi.C.clock_gettime(CLOCK_MONOTONIC, tid)
    return tonumber(tid.sekunder) * 1000 + tonumber(tid.nanosekunder) / 1000000
end

local mellom
local plass
local begynn = init

function init(args)
    begynn(args)
    mellom = 1000 / tonumber(args[6])
end

-- in whole milliseconds, which is what wrk waits in; the timetable itself is not rounded, so the rate is held
function delay()
    local na = naa()
    plass = (plass or na) + mellom
    return math.max(0, math.floor(plass - na + 0.5))
end
