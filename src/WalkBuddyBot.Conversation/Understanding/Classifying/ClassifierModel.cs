using WalkBuddyBot.Conversation.Understanding.Classifying.Fusing;
using WalkBuddyBot.Conversation.Understanding.Classifying.Learning;
using WalkBuddyBot.Conversation.Understanding.Classifying.Lexical;
using WalkBuddyBot.Conversation.Understanding.Classifying.Nearest;

namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>All that was learnt.</summary>
/// <param name="Lists">The words that belong to labels.</param>
/// <param name="Parts">The parts.</param>
/// <param name="Nearest">The examples to compare with.</param>
/// <param name="Judge">What weighs the parts.</param>
internal sealed record ClassifierModel(WordLists Lists, Parts Parts, NearestModel Nearest, Judge Judge)
{
    /// <summary>Judges a message.</summary>
    /// <param name="words">As <see cref="ClassifierText"/> has it.</param>
    /// <param name="vector">The encoder's vector of its plain form.</param>
    public Verdict Judged(string words, ReadOnlySpan<float> vector) =>
        Judge.Of(Parts.Evidence(LexicalTerms.Of(words, Lists), vector, Nearest.Compare(vector)));
}
