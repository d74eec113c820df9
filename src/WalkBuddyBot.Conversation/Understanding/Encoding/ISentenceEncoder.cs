namespace WalkBuddyBot.Conversation.Understanding.Encoding;

/// <summary>Turns a sentence into a vector of length 1, such that sentences that mean alike lie near one another.</summary>
internal interface ISentenceEncoder
{
    /// <summary>How many numbers a vector has.</summary>
    int Dimension { get; }

    /// <summary>The vector of a text.</summary>
    float[] Encode(string text);
}
