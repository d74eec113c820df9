using System.Collections;
using WalkBuddyBot.Conversation.Safety.Matching;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>Looks for one sign in a reading.</summary>
internal static class Finder
{
    private const int UnlessReach = 7;

    public static Evidence Find(Sign sign, Reading reading)
    {
        var best = Evidence.Nothing;
        foreach (var pattern in sign.Patterns)
        {
            if (pattern.Possible(reading.Found))
            {
                best = best.Or(Find(pattern, sign, reading));
            }
        }

        return best;
    }

    private static Evidence Find(Pattern pattern, Sign sign, Reading reading)
    {
        if (pattern.UnlessAnywhere.Any(part => Spans(part, reading).Any()))
        {
            return Evidence.Nothing;
        }

        Evidence? all = null;
        foreach (var group in pattern.Groups)
        {
            if (FindGroup(group, all is null ? pattern.Unless : [], sign, reading) is not { } found)
            {
                return Evidence.Nothing;
            }

            all = all is { } sofar ? sofar.And(found) : found;
            if (found.Reality == Reality.Dropped)
            {
                return Evidence.Nothing;
            }
        }

        return all ?? Evidence.Nothing;
    }

    /// <summary>Whether a sign is spoken of at all, be it denied, long past or only asked about.</summary>
    public static bool Meets(Sign sign, Reading reading) => sign.Patterns.Any(pattern =>
        pattern.Possible(reading.Found) && pattern.Groups.All(group => FindGroup(group, [], sign, reading) is not null));

    // The parts of a group must stand in one sentence. Null when they do not.
    private static Evidence? FindGroup(Part[] group, IReadOnlyList<Part> unless, Sign sign, Reading reading)
    {
        var bySentence = new Dictionary<int, Evidence>();
        var near = Near(unless, reading);
        foreach (var (part, number) in group.Select((part, number) => (part, number)))
        {
            var here = new Dictionary<int, Evidence>();
            foreach (var span in Spans(part, reading))
            {
                if (number == 0 && Stands(near, span))
                {
                    continue;
                }

                var sentence = reading.Message.SentenceOf(span.Start);
                var evidence = new Evidence(reading.Judge(span, sign.Always, part.History), reading.OfOther(span), reading.IsNew(span));
                here[sentence] = here.TryGetValue(sentence, out var known) ? known.Or(evidence) : evidence;
            }

            bySentence = number == 0
                ? here
                : here.Where(pair => bySentence.ContainsKey(pair.Key)).ToDictionary(pair => pair.Key, pair => bySentence[pair.Key].And(pair.Value));
        }

        return bySentence.Count == 0 ? null : bySentence.Values.Aggregate(Evidence.Nothing, (best, next) => best.Or(next));
    }

    // The words near an unless-word, marked once: far away in a long story another word says nothing about this one.
    private static BitArray? Near(IReadOnlyList<Part> unless, Reading reading)
    {
        BitArray? near = null;
        foreach (var part in unless)
        {
            foreach (var span in part.Possible(reading.Found) ? Spans(part, reading) : [])
            {
                near ??= new BitArray(reading.Message.Count);
                var (start, end) = reading.Message.Sentence(reading.Message.SentenceOf(span.Start));
                for (var at = Math.Max(start, span.Start - UnlessReach); at < Math.Min(end, span.End + UnlessReach); at++)
                {
                    near[at] = true;
                }
            }
        }

        return near;
    }

    private static bool Stands(BitArray? near, Span span)
    {
        for (var at = span.Start; near is not null && at < span.End; at++)
        {
            if (near[at])
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<Span> Spans(Part part, Reading reading) =>
        part.In(reading.Message, reading.Found, reading.Denies, reading.Hidden);
}
