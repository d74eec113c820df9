using System.Collections.Immutable;
using WalkBuddyBot.Conversation.Safety.Matching;
using WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>
/// The terms of a stretch of a message: its words and letters, and the named sets of the safety files that occur in it, alone, denied, and two
/// together, so that a new wording of a known thing counts as the thing.
/// </summary>
internal sealed class UnitTerms(Book book)
{
    private const int DenialReach = 6;

    private static readonly WordLists NoLists = WordLists.From(ImmutableDictionary<string, ImmutableArray<string>>.Empty);

    private readonly (int Set, ulong Name)[] _sets = [.. book.Names.OrderBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => (pair.Value, TermHash.Of('c', pair.Key)))];

    public LexicalTerms Of(Message message, Occurrences found, Span unit) =>
        LexicalTerms.Of(Text(message, unit), NoLists) with { Lists = Concepts(message, found, unit) };

    /// <summary>The words of a stretch, as the encoder reads them.</summary>
    public static string Text(Message message, Span unit) => string.Join(' ', message.Words.Skip(unit.Start).Take(unit.End - unit.Start));

    private ulong[] Concepts(Message message, Occurrences found, Span unit)
    {
        var denials = Denials(found, unit);
        var here = new List<ulong>();
        var terms = new List<ulong>();
        foreach (var (set, name) in _sets)
        {
            var first = found.Any(set) ? found.Starting(set, unit.Start, unit.End - 1).FirstOrDefault(span => span.End <= unit.End) : default;
            if (first.End > first.Start)
            {
                here.Add(name);
                if (denials.Exists(denial => Reaches(denial, first, message)))
                {
                    terms.Add(~name);
                }
            }
        }

        for (var first = 0; first < here.Count; first++)
        {
            terms.Add(here[first]);
            for (var second = first + 1; second < here.Count; second++)
            {
                terms.Add((here[first] * 31) ^ here[second]);
            }
        }

        return [.. terms];
    }

    private List<Span> Denials(Occurrences found, Span unit) =>
        [.. found.Starting(book.Roles.Denial, unit.Start, unit.End - 1)
            .Where(denial => !found.Starting(book.Roles.NotDenial, Math.Max(0, denial.Start - 1), denial.Start).Any(other => other.End > denial.Start))];

    // "No pain in my chest": a denial a few words before a thing, in the same clause.
    private static bool Reaches(Span denial, Span thing, Message message)
    {
        if (denial.End > thing.Start || thing.Start - denial.End > DenialReach)
        {
            return false;
        }

        for (var at = denial.End; at <= thing.Start; at++)
        {
            if (message.Before[at] >= Break.Clause)
            {
                return false;
            }
        }

        return true;
    }
}
