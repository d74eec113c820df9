using System.Globalization;

namespace WalkBuddyBot.EndToEnd.Crash;

/// <summary>How the service is to die, or to stop, and what time it has.</summary>
/// <param name="Point">One of <see cref="CrashPoint"/>; with <see cref="StopPrefix"/> before it the process stops there instead.</param>
/// <param name="SecondsAhead">How far its clock is ahead.</param>
/// <param name="Clock">The file of a <see cref="Faults.SteeredClock"/>, which takes the place of that.</param>
/// <param name="Rest">The service's own arguments.</param>
internal sealed record CrashOptions(string Point, int SecondsAhead, string? Clock, string[] Rest)
{
    /// <summary>Before a point: SIGSTOP instead of SIGKILL, once.</summary>
    public const string StopPrefix = "stop:";

    public static CrashOptions? Of(string[] args) => args switch
    {
        ["--crash-at", var point, "--later", var later, .. var rest] when int.TryParse(later, CultureInfo.InvariantCulture, out var ahead) =>
            new(point, ahead, Clock: null, rest),
        ["--crash-at", var point, "--clock", var clock, .. var rest] => new(point, SecondsAhead: 0, clock, rest),
        _ => null,
    };
}
