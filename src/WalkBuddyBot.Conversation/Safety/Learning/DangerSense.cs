using WalkBuddyBot.Conversation.Safety.Matching;
using WalkBuddyBot.Conversation.Understanding.Encoding;

namespace WalkBuddyBot.Conversation.Safety.Learning;

/// <summary>Judges a message stretch by stretch by what was learnt. The same message gives the same answer.</summary>
internal sealed class DangerSense(DangerModel model, Book book, ISentenceEncoder encoder)
{
    // A message of any length costs no more than so many encodings; the stretches that sound worst come first.
    private const int MostEncoded = 12;

    private readonly UnitTerms _terms = new(book);

    /// <summary>What a message sounds like; null when it sounds like no danger at all.</summary>
    public Sensed? Sense(string text)
    {
        var message = book.Reader.Read(text);
        if (message.Count == 0)
        {
            return null;
        }

        var found = book.Phrases.In(message);
        Sensed? worst = null;
        foreach (var (unit, terms) in Suspects(message, found))
        {
            var words = UnitTerms.Text(message, unit);
            var vector = model.Semantic.LogProbabilities(encoder.Encode(words));
            if (model.Score(terms, vector, excuses: default) < model.SuspectAt)
            {
                continue;
            }

            var score = model.Score(terms, vector, Excuses.In(words, book));
            if (score >= model.SuspectAt && score > (worst?.Score ?? double.NegativeInfinity))
            {
                worst = new Sensed(model.Likeliest(terms, vector), score, score >= model.SureAt, OfOther(found));
            }
        }

        return worst;
    }

    private List<(Span Unit, float[] Terms)> Suspects(Message message, Occurrences found) =>
        [.. Units.Of(message).Select(unit => (Unit: unit, Terms: model.Terms(_terms.Of(message, found, unit))))
            .Where(pair => DangerModel.Odds(pair.Terms) >= model.WorthEncoding)
            .OrderByDescending(pair => DangerModel.Odds(pair.Terms)).ThenBy(pair => pair.Unit.Start).ThenBy(pair => pair.Unit.End)
            .Take(MostEncoded)];

    private bool OfOther(Occurrences found) => found.Any(book.Roles.Other) && !found.Any(book.Roles.Self);
}
