using System.Collections.Frozen;

namespace WalkBuddyBot.Conversation.Understanding.Topics;

/// <summary>
/// Words of what the article says nothing about: buying and booking, other sports, other parts of the body, remedies and doses, food,
/// and the world at large. One of them tells more than all the words that a topic shares with the question.
/// </summary>
internal static class Elsewhere
{
    private static readonly FrozenSet<string> Named = Stages.Vocabulary.Set(
        """
        buy buying bought price prices priced cost costs cheap cheapest expensive brand brands sale sales shop shops store stores order
        worth
        membership amazon discount recommend
        book booking reserve call phone licence license insurance
        swim swimming swimmer swims pool cycle cycling bike bicycle rowing tennis golf football basketball dance dancing squat squats pushup
        pushups plank planks deadlift deadlifts weightlifting biceps barbell dumbbells crossfit hiit boxing climbing skiing elliptical
        treadmill
        treadmills situps crunches
        knee knees neck shoulder shoulders elbow elbows wrist wrists ankle ankles hand hands finger fingers toe foot feet jaw headache
        headaches migraine
        migraines head ear ears eye eyes tooth teeth skin hair nose throat
        painkiller painkillers ibuprofen paracetamol aspirin naproxen tylenol advil opioid opioids tablet tablets pill pills medicine
        medicines
        medication medications drug drugs dose dosage mg antibiotic antibiotics steroid steroids cortisone injection injections supplement
        supplements vitamin vitamins turmeric cbd cream creams gel surgery operation operate surgeon acupuncture tens hypnosis
        brace belt corset mattress pillow bed insole insoles orthotic orthotics socks stocking poles heat ice pad pads hot cold bath sauna
        desk standing lamp app watch fitbit dog dogs cat cats pet
        eat eating food foods diet diets keto fasting calorie calories protein carbs sugar coffee tea alcohol beer wine drink drinks
        banana meal
        meals recipe breakfast cook cooking bake cholesterol diabetes insulin
        herniated disc discs sciatica scoliosis stenosis pregnant pregnancy sprained fracture
        weather rain news joke jokes poem song music film movie movies game games president capital password computer physics maths math
        homework stock stocks bitcoin money bank account hotel flight train station car bus taxi tyre tire pizza pasta timer light lights
        lamp translate language history piano guitar christmas birthday telephone invent invented planet mars space everest
        stain laundry clean cleaning favourite favorite colour color
        """);

    // Where one of these stands beside it, the word belongs to what the article does say.
    private static readonly FrozenDictionary<string, string[]> Unless = new Dictionary<string, string[]>
    {
        ["painkiller"] = ["natural", "endorphin", "endorphins"],
        ["painkillers"] = ["natural", "endorphin", "endorphins"],
        ["desk"] = ["sit", "sitting", "hours", "day", "legs", "slouch", "tense", "work"],
        ["standing"] = ["up", "straight"],
        ["feet"] = ["unsteady", "wobbly", "steady", "balance", "cold", "blood"],
        ["foot"] = ["balance", "blood"],
        ["head"] = ["clear"],
        ["call"] = ["why"],
        ["cold"] = ["feet", "hands", "catch", "blood"],
        ["hands"] = ["blood"],
        ["toe"] = ["touch"],
        ["shoulder"] = ["stress", "tense", "knots", "boss"],
        ["shoulders"] = ["stress", "tense", "knots", "boss", "tension"],
        ["discs"] = ["joints"],
        ["disc"] = ["cause", "causes", "joints"],
        ["knee"] = ["walk", "walking", "walks", "joints"],
        ["knees"] = ["walk", "walking", "walks", "joints"],
        ["worth"] = ["walking", "it"],
        ["history"] = ["injury", "health"],
    }.ToFrozenDictionary();

    /// <summary>Whether one of the words, as typed, is about something else.</summary>
    public static bool IsMeant(IReadOnlyCollection<string> words) => words.Any(word =>
        Named.Contains(word) && !(Unless.TryGetValue(word, out var beside) && beside.Any(words.Contains)));
}
