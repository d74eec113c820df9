using System.Collections;
using WalkBuddyBot.Conversation.Safety.Matching;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>One message with everything that was found in it, and the judgement how a span of it stands.</summary>
internal sealed class Reading
{
    private const int DenialReach = 14;
    private const int PastReach = 12;
    private const int OtherReach = 20;
    private const int WhatIfReach = 16;

    private readonly Roles _roles;
    private readonly int _plain;
    private readonly BitArray _denies;
    private readonly BitArray _clear;
    private readonly BitArray _masked;
    private readonly SentenceFacts?[] _facts;

    public Reading(Message message, Occurrences found, Roles roles, IEnumerable<int> symptomSets, IEnumerable<Part> idioms, int plain)
    {
        (Message, Found, _roles, _plain) = (message, found, roles, plain);
        _denies = Cover([roles.Denial]);
        _denies.And(Cover([roles.NotDenial]).Not());
        _clear = Cover(symptomSets);
        _clear.Or(Cover([roles.Clear, roles.Listing]));
        _facts = new SentenceFacts?[message.Sentences];
        _masked = new BitArray(message.Count);
        foreach (var span in idioms.Where(part => part.Possible(found)).SelectMany(part => part.In(message, found, _ => false, (_, _) => false)))
        {
            Mark(_masked, span);
        }
    }

    public Message Message { get; }

    public Occurrences Found { get; }

    public bool Denies(int word) => _denies[word];

    public bool Hidden(int set, Span span)
    {
        if (set == _plain)
        {
            return false;
        }

        for (var at = span.Start; at < span.End; at++)
        {
            if (_masked[at])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How a span stands.</summary>
    public Reality Judge(Span span, bool always, bool history)
    {
        if (Denied(span) || Averted(span) || OfCreature(span))
        {
            return Reality.Dropped;
        }

        if (!always && !Facts(span).Happens)
        {
            if (WhatIf(span) || Facts(span).InGeneral)
            {
                return Reality.Asked;
            }

            if (Facts(span).Told)
            {
                return Reality.Dropped;
            }
        }

        return history ? Reality.Live : InTime(span);
    }

    /// <summary>Whether a span is about somebody else.</summary>
    public bool OfOther(Span span)
    {
        var (start, _) = Message.Sentence(Message.SentenceOf(span.Start));
        var other = Last(_roles.Other, Math.Max(start, span.Start - OtherReach), span.End);
        return other >= 0 && Last(_roles.Self, other + 1, span.Start) is var self && (self < 0 || Found.Within(_roles.Other, self, span.End));
    }

    /// <summary>Whether a span's sentence says that it is new.</summary>
    public bool IsNew(Span span) => Facts(span).Newly;

    private bool Denied(Span span)
    {
        var denials = 0;
        var (start, end) = Message.Sentence(Message.SentenceOf(span.Start));
        for (var at = span.Start - 1; at >= start && span.Start - at <= DenialReach && Reaches(at + 1, span); at--)
        {
            if (_denies[at])
            {
                denials += Counts(at, span, start);
                break;
            }

            if (!_clear[at] || (Covers(_roles.Possessive, at) && (at == start || !Covers(_roles.Preposition, at - 1))))
            {
                break;
            }
        }

        return span.Denials > 0 || denials % 2 == 1 || AnsweredNo(end);
    }

    // "Not without", "never not", "can't ... without": two denials say yes. "Never like this" says yes too.
    private int Counts(int at, Span span, int start)
    {
        if (Found.Within(_roles.AsNever, span.End, Math.Min(Message.Count, span.End + 6)) && Covers(_roles.Denial, at) && Message.Words[at] == "never")
        {
            return 0;
        }

        if (at > start && _denies[at - 1])
        {
            return 2;
        }

        return Covers(_roles.WithoutIt, at) && Found.Within(_roles.Doubling, Math.Max(start, at - 6), at) ? 2 : 1;
    }

    // A denial runs over a comma only in a list that ends with "or".
    private bool Reaches(int word, Span span) => Message.Before[word] switch
    {
        >= Break.Clause => false,
        Break.Comma => Found.Within(_roles.Listing, word, Math.Min(Message.Count, span.End + 10)),
        _ => true,
    };

    // "Any chest pain? No."
    private bool AnsweredNo(int sentenceEnd) =>
        sentenceEnd < Message.Count && Message.Asked(Message.SentenceOf(sentenceEnd - 1)) && Covers(_roles.No, sentenceEnd);

    private bool Averted(Span span)
    {
        var (start, _) = Message.Sentence(Message.SentenceOf(span.Start));
        for (var at = span.Start - 1; at >= start && span.Start - at <= 5 && Message.Before[at + 1] < Break.Clause; at--)
        {
            if (Covers(_roles.Averting, at))
            {
                return true;
            }

            if (!_clear[at])
            {
                return false;
            }
        }

        return false;
    }

    private bool OfCreature(Span span)
    {
        var (start, _) = Message.Sentence(Message.SentenceOf(span.Start));
        var creature = Last(_roles.Creature, start, span.Start);
        return creature >= 0 && span.Start - creature <= 10
            && Uncovered(_roles.Self, _roles.Creature, creature, span.Start) < 0 && Last(_roles.Other, creature, span.Start) < 0;
    }

    private bool WhatIf(Span span)
    {
        var (start, _) = Message.Sentence(Message.SentenceOf(span.Start));
        var from = Math.Max(ClauseStart(span.Start, start), span.Start - WhatIfReach);
        return Found.Within(_roles.WhatIf, from, Math.Min(Message.Count, span.Start + 2));
    }

    // Read once a sentence, however many signs stand in it.
    private SentenceFacts Facts(Span span)
    {
        var number = Message.SentenceOf(span.Start);
        if (_facts[number] is { } known)
        {
            return known;
        }

        var (start, end) = Message.Sentence(number);
        var about = Uncovered(_roles.Self, _roles.Frame, start, end) >= 0 || Last(_roles.Other, start, end) >= 0;
        var facts = new SentenceFacts(
            Happens: Found.Within(_roles.Happening, start, end),
            Newly: Found.Within(_roles.Newly, start, end),
            Recent: Found.Within(_roles.Recent, start, end),
            InGeneral: !about && StartsAsking(start, end),
            Told: Found.Within(_roles.Told, start, end) && Uncovered(_roles.Self, _roles.Told, start, end) < 0);
        _facts[number] = facts;
        return facts;
    }

    private bool StartsAsking(int start, int end)
    {
        for (var at = start; at < end && at < start + 8; at++)
        {
            if (Covers(_roles.Asks, at))
            {
                return true;
            }

            if (!Covers(_roles.Filler, at))
            {
                return false;
            }
        }

        return false;
    }

    private Reality InTime(Span span)
    {
        var (start, end) = Message.Sentence(Message.SentenceOf(span.Start));
        var next = Message.SentenceOf(span.Start) + 1 < Message.Sentences ? Math.Min(Message.Sentence(Message.SentenceOf(span.Start) + 1).End, end + 8) : end;
        var recent = Facts(span).Recent;
        if (Found.Starting(_roles.Gone, span.End, next - 1).Any(gone => gone.End <= next && !DeniedBefore(gone.Start)))
        {
            return recent ? Reality.JustPast : Reality.Past;
        }

        var from = ClauseStart(span.Start, start);
        var to = ClauseEnd(span.End, end);
        var past = Last(_roles.Past, Math.Max(from, span.Start - PastReach), Math.Min(to, span.End + PastReach));
        if (past < 0 || recent)
        {
            return Reality.Live;
        }

        var (near, far) = past < span.Start ? (past, span.End + 6) : (span.Start, Math.Min(to, past + 8));
        return Found.Within(_roles.Happening, near, Math.Min(to, far)) ? Reality.Live : Reality.Past;
    }

    private bool DeniedBefore(int word) => (word > 0 && _denies[word - 1]) || (word > 1 && _denies[word - 2]);

    private int ClauseStart(int word, int sentenceStart)
    {
        while (word > sentenceStart && Message.Before[word] < Break.Clause)
        {
            word--;
        }

        return word;
    }

    private int ClauseEnd(int word, int sentenceEnd)
    {
        while (word < sentenceEnd && Message.Before[word] < Break.Clause)
        {
            word++;
        }

        return word;
    }

    private bool Covers(int set, int word) => Found.Starting(set, Math.Max(0, word - 5), word).Any(span => span.End > word);

    private int Last(int set, int from, int to)
    {
        var last = -1;
        foreach (var span in Found.Starting(set, from, to - 1))
        {
            last = span.End <= to ? span.Start : last;
        }

        return last;
    }

    // The first word of a set that no phrase of the other set covers.
    private int Uncovered(int set, int by, int from, int to)
    {
        foreach (var span in Found.Starting(set, from, to - 1))
        {
            if (!Covers(by, span.Start))
            {
                return span.Start;
            }
        }

        return -1;
    }

    private BitArray Cover(IEnumerable<int> sets)
    {
        var bits = new BitArray(Message.Count);
        foreach (var span in sets.SelectMany(set => Found[set]))
        {
            Mark(bits, span);
        }

        return bits;
    }

    private static void Mark(BitArray bits, Span span)
    {
        for (var at = span.Start; at < span.End; at++)
        {
            bits[at] = true;
        }
    }
}
