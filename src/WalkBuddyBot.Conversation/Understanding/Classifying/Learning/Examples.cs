using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;
using WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;
using WalkBuddyBot.Conversation.Understanding.Encoding;
using WalkBuddyBot.Conversation.Understanding.Utterances;

namespace WalkBuddyBot.Conversation.Understanding.Classifying.Learning;

/// <summary>Examples made ready to learn from, each at the same place in every list.</summary>
/// <param name="Utterances">As written.</param>
/// <param name="Classes">The class of each.</param>
/// <param name="Words">As the classifier reads it.</param>
/// <param name="Terms">Its terms.</param>
/// <param name="Sentences">The encoder's vector of it, of length 1.</param>
/// <param name="Vectors">The encoder's deep vector, brought to one scale.</param>
internal sealed record Examples(
    Utterance[] Utterances, int[] Classes, string[] Words, LexicalTerms[] Terms, float[][] Sentences, float[][] Vectors)
{
    // A Monday morning: words like "tomorrow" are masked or kept alike on any day.
    private static readonly Instant Any = Instant.FromUtc(2026, 1, 5, 9, 0);

    public int Count => Utterances.Length;

    public static (Examples Examples, VectorScale Scale) From(UtteranceSet set, WordLists lists, ISentenceEncoder encoder, int threads)
    {
        var utterances = set.All.Where(utterance => ClassTable.Of(utterance) >= 0).ToArray();
        var words = new string[utterances.Length];
        var terms = new LexicalTerms[utterances.Length];
        Parallel.For(0, utterances.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            words[i] = ClassifierText.Of(Message.Read(utterances[i].Text, Any, DateTimeZone.Utc, talk: null));
            terms[i] = LexicalTerms.Of(words[i], lists);
        });
        var vectors = encoder.EncodeDeeplyAll(Array.ConvertAll(words, ClassifierText.Plain), threads);
        var scale = VectorScale.Of(vectors);
        var examples = new Examples(
            utterances, Array.ConvertAll(utterances, ClassTable.Of), words, terms,
            Array.ConvertAll(vectors, vector => vector[..encoder.Dimension]), Array.ConvertAll(vectors, scale.Of));
        return (examples, scale);
    }
}
