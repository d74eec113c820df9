using System.Collections;
using WalkBuddyBot.Conversation.Safety.Matching;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>One message with everything that was found in it, and the judgement how a span of it stands.</summary>
internal sealed class Reading
{
    private readonly int _plain;
    private readonly BitArray _masked;
    private readonly DenialReading _denials;
    private readonly TimeReading _time;
    private readonly SubjectReading _subject;
    private readonly AskingReading _asking;

    public Reading(Message message, Occurrences found, Roles roles, IEnumerable<int> symptomSets, IEnumerable<Part> idioms, int plain)
    {
        (Message, Found, _plain) = (message, found, plain);
        var places = new Places(message, found);
        _denials = new DenialReading(places, roles, symptomSets);
        _time = new TimeReading(places, roles, _denials);
        _subject = new SubjectReading(places, roles);
        _asking = new AskingReading(places, roles);
        _masked = new BitArray(message.Count);
        var figures = idioms.Where(part => part.Possible(found));
        foreach (var span in figures.SelectMany(part => part.In(message, found, (_, _) => 0, (_, _) => false)))
        {
            Places.Mark(_masked, span);
        }
    }

    public Message Message { get; }

    /// <summary>Whether there is a figure of speech in it.</summary>
    public bool Figurative => _masked.HasAnySet();

    public Occurrences Found { get; }

    /// <summary>How many denials between two words bear on the second.</summary>
    public int Denies(int from, int to) => _denials.Between(from, to);

    /// <summary>Whether a figure of speech covers a phrase.</summary>
    public bool Hidden(int set, Span span)
    {
        for (var at = span.Start; set != _plain && at < span.End; at++)
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
        if (_denials.Denied(span) || _denials.Averted(span) || _subject.OfCreature(span))
        {
            return Reality.Dropped;
        }

        var facts = _asking.Facts(span);
        if (!always && !facts.Happens)
        {
            if (facts.InGeneral || _asking.WhatIf(span))
            {
                return Reality.Asked;
            }

            if (facts.Told)
            {
                return Reality.Dropped;
            }
        }

        return history ? Reality.Live : _time.Of(span, facts.Recent, mayBeGone: !always);
    }

    /// <summary>Whether a span is about somebody else.</summary>
    public bool OfOther(Span span) => _subject.OfOther(span);

    /// <summary>Whether a span's sentence says that it is new.</summary>
    public bool IsNew(Span span) => _asking.Facts(span).Newly;
}
