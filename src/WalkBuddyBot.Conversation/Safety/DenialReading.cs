using System.Collections;
using WalkBuddyBot.Conversation.Safety.Matching;

namespace WalkBuddyBot.Conversation.Safety;

/// <summary>What a message says is not so.</summary>
internal sealed class DenialReading
{
    private const int DenialReach = 14;
    private const int AvertingReach = 5;

    private readonly Places _places;
    private readonly Roles _roles;
    private readonly BitArray _denies;
    private readonly BitArray _clear;

    public DenialReading(Places places, Roles roles, IEnumerable<int> symptomSets)
    {
        (_places, _roles) = (places, roles);
        _denies = places.Cover([roles.Denial]);
        _denies.And(places.Cover([roles.NotDenial]).Not());
        _clear = places.Cover(symptomSets);
        _clear.Or(places.Cover([roles.Clear, roles.Listing]));
    }

    /// <summary>How many denials between two words bear on the second: only words that carry a denial on may stand after it.</summary>
    public int Between(int from, int to)
    {
        for (var word = to - 1; word >= from; word--)
        {
            if (_denies[word])
            {
                return 1;
            }

            if (!_clear[word])
            {
                return 0;
            }
        }

        return 0;
    }

    public bool Before(int word) => (word > 0 && _denies[word - 1]) || (word > 1 && _denies[word - 2]);

    public bool Denied(Span span)
    {
        var denials = 0;
        var (start, end) = _places.SentenceAt(span.Start);
        for (var at = span.Start - 1; at >= start && span.Start - at <= DenialReach && Reaches(at + 1, span); at--)
        {
            if (_denies[at])
            {
                denials += Counts(at, span, start);
                break;
            }

            var owner = _places.Covers(_roles.Possessive, at) && (at == start || !_places.Covers(_roles.Preposition, at - 1));
            if (!_clear[at] || owner)
            {
                break;
            }
        }

        return span.Denials > 0 || denials % 2 == 1 || AnsweredNo(end);
    }

    /// <summary>Whether it is what somebody wants to prevent.</summary>
    public bool Averted(Span span)
    {
        var (start, _) = _places.SentenceAt(span.Start);
        for (var at = span.Start - 1; at >= start && span.Start - at <= AvertingReach && _places.Message.Before[at + 1] < Break.Clause; at--)
        {
            if (_places.Covers(_roles.Averting, at))
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

    // "Not without", "never not", "can't ... without": two denials say yes. "Never like this" says yes too.
    private int Counts(int at, Span span, int start)
    {
        var soon = Math.Min(_places.Message.Count, span.End + 6);
        if (_places.Message.Words[at] == "never" && _places.Found.Within(_roles.AsNever, span.End, soon))
        {
            return 0;
        }

        var first = _places.Found.Starting(_roles.Denial, Math.Max(start, at - 3), at)
            .Where(denial => denial.End > at).Min(denial => denial.Start);
        if (first > start && _denies[first - 1])
        {
            return 2;
        }

        return _places.Covers(_roles.WithoutIt, at) && _places.Found.Within(_roles.Doubling, Math.Max(start, at - 6), at) ? 2 : 1;
    }

    // A denial runs over a comma only in a list that ends with "or".
    private bool Reaches(int word, Span span) => _places.Message.Before[word] switch
    {
        >= Break.Clause => false,
        Break.Comma => _places.Found.Within(_roles.Listing, word, Math.Min(_places.Message.Count, span.End + 10)),
        _ => true,
    };

    // "Any chest pain? No."
    private bool AnsweredNo(int sentenceEnd)
    {
        var message = _places.Message;
        return sentenceEnd < message.Count && message.Asked(message.SentenceOf(sentenceEnd - 1)) && _places.Covers(_roles.No, sentenceEnd);
    }
}
