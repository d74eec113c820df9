namespace WalkBuddyBot.Conversation.Understanding.Classifying;

/// <summary>Tells which label a message has, and whether it has any.</summary>
internal interface IClassifier
{
    /// <summary>Judges a message.</summary>
    /// <param name="words">What <see cref="ClassifierText"/> made of it.</param>
    Verdict Classify(string words);
}
