using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Terminal.Preview;

/// <summary>A sentence as if somebody of whom nothing is known had said it.</summary>
internal static class Spoken
{
    public static Heard By(string sentence, DateTimeZone zone) => new(
        "terminal|1",
        Address.Of("terminal", tenant: null, "terminal", "person", Scope.Personal),
        sentence,
        Verb: null,
        About: null,
        ImmutableDictionary<string, string>.Empty,
        zone.Id,
        "en");
}
