using System.Collections.Concurrent;
using NodaTime;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>
/// A sign that is told in two messages: "my leg feels numb", then "no, both my legs". Only a message that holds half a sign is remembered, for
/// ten minutes, in this process's memory alone: it is never written anywhere, and a restart forgets it.
/// </summary>
internal sealed class ToldBefore(ISafetyRules rules)
{
    private const int MostRemembered = 2_000;

    private static readonly Duration Kept = Duration.FromMinutes(10);

    private static readonly string[] Openers = ["no", "nope", "yes", "yeah", "and", "also", "plus", "actually", "sorry", "i mean", "well", "oh"];

    private readonly ConcurrentDictionary<AddressId, Told> _told = new();

    /// <summary>How many messages are remembered just now.</summary>
    internal int Count => _told.Count;

    /// <summary>Forgets what somebody told: they asked that nothing be kept of them.</summary>
    public void Forget(AddressId who) => _told.TryRemove(who, out _);

    /// <summary>What a message says by itself, or together with the one before it when that says more.</summary>
    public SafetyFinding Assess(Heard heard, string text, Instant now)
    {
        ForgetOld(now);
        var alone = rules.Assess(text);
        var before = _told.TryGetValue(heard.From.Id, out var told) && told.Key != heard.Key && now - told.At < Kept ? told : null;
        if (alone.Level >= SafetyLevel.SameDay)
        {
            _told.TryRemove(heard.From.Id, out _);
            return alone;
        }

        if (before is not null && rules.Assess($"{before.Text} {Further(text)}") is { Level: >= SafetyLevel.SameDay, Information: false } both)
        {
            return both;
        }

        Remember(heard, text, alone, now);
        return alone;
    }

    // "No, both my legs" goes on from what was said; its "no" denies nothing in it.
    private static string Further(string text)
    {
        var rest = text.AsSpan().TrimStart();
        for (var at = 0; at < Openers.Length; at++)
        {
            if (rest.StartsWith(Openers[at], StringComparison.OrdinalIgnoreCase)
                && rest.Length > Openers[at].Length && !char.IsLetterOrDigit(rest[Openers[at].Length]))
            {
                rest = rest[Openers[at].Length..].TrimStart(" ,.;:-!");
                at = -1;
            }
        }

        return rest.ToString();
    }

    private void Remember(Heard heard, string text, SafetyFinding found, Instant now)
    {
        if (found.Level is not (SafetyLevel.Inform or SafetyLevel.SeeSoon))
        {
            return;
        }

        if (_told.Count >= MostRemembered)
        {
            ForgetEldest();
        }

        _told[heard.From.Id] = new Told(heard.Key, text, now);
    }

    // Nothing typed outlives its ten minutes while anybody speaks. There are few of them: half a sign is rare.
    private void ForgetOld(Instant now)
    {
        foreach (var pair in _told)
        {
            if (now - pair.Value.At >= Kept)
            {
                _told.TryRemove(pair);
            }
        }
    }

    private void ForgetEldest()
    {
        foreach (var pair in _told.ToArray().OrderBy(pair => pair.Value.At).Take(MostRemembered / 2))
        {
            _told.TryRemove(pair);
        }
    }

    private sealed record Told(string Key, string Text, Instant At);
}
