using WalkBuddyBot.Conversation.Understanding.Classifying.Fusing;
using WalkBuddyBot.Conversation.Understanding.Classifying.Learning;
using WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;
using WalkBuddyBot.Conversation.Understanding.Classifying.Nearest;
using WalkBuddyBot.Conversation.Understanding.Classifying.Semantic;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>All that was learnt.</summary>
/// <param name="Lists">The words that belong to labels.</param>
/// <param name="Scale">Brings the numbers of a vector to one scale.</param>
/// <param name="Parts">The parts.</param>
/// <param name="Nearest">The examples to compare with.</param>
/// <param name="Judge">What weighs the parts.</param>
internal sealed record ClassifierModel(WordLists Lists, VectorScale Scale, Parts Parts, NearestModel Nearest, Judge Judge)
{
    /// <summary>Judges a message.</summary>
    /// <param name="words">As <see cref="ClassifierText"/> has it.</param>
    /// <param name="deep">The encoder's deep vector of its plain form.</param>
    public Verdict Judged(string words, float[] deep) => Judge.Of(Evidence(words, deep));

    /// <summary>What the parts say of a message.</summary>
    public Evidence Evidence(string words, float[] deep)
    {
        var vector = Scale.Of(deep);
        return Parts.Evidence(LexicalTerms.Of(words, Lists), vector, Nearest.Compare(VectorScale.Sense(vector)));
    }
}
