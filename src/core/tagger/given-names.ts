/**
 * Given names that are common somewhere in the world, folded as `foldWord` gives them, by which rules know a person. Left out is
 * what English texts more often write for something else: Grant, May, Paris, Victoria, Will.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  (
    "aaron abby abdallah abdel abdelaziz abdou abdoulaye abdul abdulaziz abdullah abdulrahman abebe abena abhishek abiodun abiola abiy " +
    "abraham abu achim ada adam adama adebayo adele aden adewale aditi aditya adrian adriana afua agnes agnieszka ahmad ahmed aisha " +
    "aishwarya ajay akash akihiko akiko akin akinwumi akira akosua alain alan alana alastair albert alberto aldo alejandra alejandro aleksandar " +
    "aleksander aleksandr alessandra alessandro alex alexander alexandra alexandre alexandria alexei alexey alexis alfonso alfred " +
    "alfredo ali alice alicia alina alisha alison alistair aliyu allan allen allison alok alvaro alyssa ama amadou amal amalia amanda " +
    "amani amara ambroise amelia amina aminata amine amir amira amit amos amy ana anand anastasia anders andre andrea andreas andrei " +
    "andres andrew andrey andrzej andy angela angelica angelina angelo angus anil anita anja anjali ankur ann anna annabel anne " +
    "annelies annemarie annette annie anthony antoine anton antonia antonio anupam anwar aoife apoorva archana ariana ariel arjun " +
    "armand armando arnaud arne arnold arthur artur arturo arun aruna arvind asha ashish ashley ashok ashraf asif astrid atul audrey " +
    "augusto aurelie aurora awa axel aya ayesha ayman ayo ayodele ayumi azra babajide babatunde bader bao barack barbara barry bart " +
    "bartosz bashir beata beatrice beatriz ben benedict benjamin benoit bernadette bernard bernd bernhard bernie bert beth bethany betty " +
    "beverly bharat bianca bilal bill bjorn bob bogdan boris bradley brandon brenda brendan brent brett brian bridget brigitte britta " +
    "bruce bruno bryan bukola burak byron caitlin callum camila camilla camille cara carina carl carla carlo carlos carmen carol " +
    "carolina caroline carolyn carsten casey caspar catalina catarina caterina catherine cathy cecile cecilia cedric celeste celia " +
    "celine cesar chad chandra chantal charles charlie charlotte chelsea chen cheryl chiara chidi chika chike chinedu chinwe chioma chloe " +
    "chris christa christian christiane christina christine christoph christophe christopher chukwuma ciara ciaran cindy claire clara " +
    "clare clarence claude claudia claudio clemens clement clive colin colleen connor conor conrad constance constantin cornelia " +
    "cornelius courtney craig cristian cristiana cristina curtis cynthia cyril cyrus daisuke damian damien damon dan dana daniel daniela " +
    "daniele danielle danny daria darius darren dave david dawn dean debbie deborah debra declan deepa deepak deepika deirdre delphine " +
    "demetrius denis denise dennis derek devi devon diana diane didier diego dieter dietrich dimitri dimitris dinesh dirk divya dmitri " +
    "dmitry dolores dominic dominik dominique don donald donna dora doreen doris dorothea dorothy doug douglas dragan duncan dustin " +
    "dwayne dylan ebrahim edgar edith edmond edmund edna eduard eduardo edward edwin efua eileen ekaterina elaine eleanor elena eleni " +
    "eliana elias elijah elina elisa elisabeth elise eliza elizabeth ella ellen elliot elliott eloise elon elsa elvira emanuel emanuela " +
    "emeka emil emilia emilie emilio emily emma emmanuel emmanuelle emre enrico enrique erica erich erik erika erin ernest ernesto " +
    "ernst esra esteban estelle esther ethan etienne eugene eunice eva evelyn ewa ezekiel fabian fabiana fabien fabio fabrice fabrizio " +
    "fahad faisal farah farhad farid farida faris fatima fatma fatou fatoumata fausto federica federico felicia felicity felipe felix " +
    "femi ferdinand fernanda fernando fidel filip filippo finn fiona flavia flavio florian folake fouad fran frances francesca " +
    "francesco francine francis francisca francisco franco francois francoise frank franklin franz fraser fred frederic frederick " +
    "frederik friedrich fritz fumio gabriel gabriela gabriele gabriella gabrielle gail garth gareth gary gaurav gavin geert gemma " +
    "genevieve geoff geoffrey george georges georgia georgina gerald geraldine gerard gerardo gerd gerhard gerrit ghada gianluca gianni " +
    "gilbert giles gillian gina giorgia giorgio giovanna giovanni gisela giulia giulio giuseppe gladys glen glenn gloria gonzalo gopal " +
    "gordon graham grainne greg gregor gregory greta guadalupe gudrun guido guilherme guillaume guillermo gulnara gunnar gunther gurpreet " +
    "gustav gustavo guy gwen gwendolyn habib hadiza hafsat hamad hamid hamish hamza hana hanan hannah hans harald haruka harini harish harold " +
    "haroun harriet harry haruto harvey hasan hashim hassan hazel heather hector heidi heike heiko heinrich heinz helen helena helene " +
    "helga helmut hendrik henri henrietta henrik henrique henry herbert herman hermann hideki hilary hillary hina hiroshi hisham hitoshi holly " +
    "horacio horst howard hubert hugh hugo humberto hussein hyun ian ibrahim ibrahima idris ifeoma ignacio igor ilaria ilona ilya imran " +
    "ines inga inge ingrid iqbal irene irina iris irma isaac isabel isabella isabelle isaiah isatou ishaan ismael ismail istvan ivan " +
    "ivana ivo izabela jaap jack jackie jacob jacqueline jacques jacqui jaime jair jakob jakub jamal james jamie jan jana jane janet " +
    "janez janice janine janusz jared jarbas jarek jaroslav jason jasper javier jay jayne jean jeanette jeanine jeanne jeff jeffrey " +
    "jelena jen jennifer jenny jens jeremiah jeremy jerome jerry jesper jess jesse jessica jesus jia jill jim jimmy jin jitendra joachim " +
    "joan joana joanna joanne joao joaquin jochen jocelyn joe joel joelle joerg johan johann johanna johannes john johnny jolanta jon " +
    "jonas jonathan jonas jordan jorge jorgen jose josef josefina joseph josephine josh joshua joy joyce juan juanita judith judy jukka " +
    "jules julia julian juliana julianne julie julien juliet julio julius jun junaid jung jurgen justin justine justyna kaho kai " +
    "kaitlyn kamal kamala kamil karan karel karen karim karin karina karl karla karolina kasper kate katarina katarzyna katerina " +
    "katharina katherine kathleen kathryn kathy katie katja katrin kavita kayode kazuo keiko keith kelly ken kendra kenji kenneth kenta " +
    "kerry kevin khadija khalid khaled kieran kim kiran kirsten klara klaus kofi kojo kristen kristian kristina kristine krishna kristin krzysztof kumar " +
    "kunal kwabena kwame kwaku kwasi kwesi kyle lakshmi lamin lana lara larissa larry lars latifa laura laurel lauren laurence laurent " +
    "laurie lawrence layla lea leah leandro lebogang leila lena leo leon leonard leonardo leonie leonid leroy leslie leticia lewis liam " +
    "lidia liesbeth lilian liliana lillian linda lindiwe lindsay lindsey lionel lisa liv lloyd lois lola lorena lorenzo loretta lorraine lothar " +
    "louis louisa louise lourdes luc luca lucas lucia luciana luciano lucie lucy ludovic ludwig luigi luis luisa luiz lukas lukasz luke " +
    "luz lydia lynn maarten mabel maciej maddalena madeleine madhavi madison mads magdalena maggie magnus mahendra mahesh mahmoud maja " +
    "malala malik mallory mamadou manfred manish manisha manoj mansour manuel manuela mara marc marcel marcela marcella marcelo marcia " +
    "marcin marco marcos marcus margaret margareta margarita margot marguerite maria mariam mariama marian mariana marianne maribel " +
    "marie marijke marilyn marina mario marion marisa marissa marius marjan marjorie mark marko markus marlene marta martha martin " +
    "martina martine marvin mary maryam masaki massimo mateo mateus mateusz mathew mathias mathieu mathilde matilda matt matteo matthew " +
    "matthias matthieu maud maureen maurice mauricio mauro max maxime maximilian maxwell mayank maya mbali megan mehmet mei melanie melissa " +
    "melvin mercy meredith merle mia micaela michael michaela michal michel michele michelle miguel mihai mikael mike mikhail milan " +
    "milena milos mimi mina ming minh miranda mireille miriam miroslav mitchell mohamad mohamed mohammad mohammed mohan moises molly " +
    "mona monica monika monique morgan moritz morten moses mostafa moussa mpho muhammad muhammadu mukesh murali muriel musa mustafa " +
    "mwangi nadia nadine nahid naledi nancy nandini naomi narendra natalia natalie natasha nathalie nathan nathaniel navin neha neil " +
    "nelson ngozi nguyen nicholas nick nicola nicolas nicole nidhi niels nigel nikhil nikita nikki nikola nikolai nikolaj nikolas nikos " +
    "nils nina nirmala nisha nishant nitin nkechi nkosazana noah noel noemi nomvula nora norbert noriko norma norman nuno obinna octavio odette " +
    "ofelia okechukwu olaf olena oleg oleksandr olga oliver olivia olivier olumide oluwaseun omar onyema oscar oskar osman otto oumar ousmane owen " +
    "pablo paloma pamela paola paolo parvati pascal pascale patrice patricia patricio patrick patrizia paul paula paulina pauline paulo pavel " +
    "pawel pedro peggy penelope penny per peter petr petra petros phil philip philipp philippa philippe phillip phoebe phumzile pierre " +
    "pieter pietro piotr piyush polina pooja prabhat pradeep prakash pranav prasad prashant praveen precious preeti priscilla priti priya " +
    "priyanka rachael rachel rafael rafal raffaele raghav rahul raj raja rajan rajat rajesh rajiv rakesh ralf ralph ram rama ramesh " +
    "ramon rana randall randy rania ranjit raphael raquel rashid rashida ravi raymond rebecca regina reinhard reiner rekha rene renata " +
    "renate renaud renee reza rhiannon rhoda ricardo riccardo richard rick rishi rita rob robert roberta roberto robin rocio rodney " +
    "rodolfo rodrigo roger rohan rohit roland rolf roman romain ronald ronaldo ronan ronnie rory rosa rosalie rosalind rosanna " +
    "rosario rosemary rosie ross rowan roxanne roy ruben rudolf rudy rui rupert russ russell ruth ryan ryoko sabina sabine sabrina sadia saeed " +
    "saeid safia sahil said sajid sakura salah salim sally salma salman salvador salvatore sam samantha samia samir samira samuel sandeep " +
    "sandra sandrine sandy sangeeta sania sanjay sanjeev santiago santosh sara sarah sasha satish satoshi saul saurabh scott sean " +
    "sebastian sebastien seiji selina selma serge sergei sergey sergio seth shahid shaun shane shanthi shankar shannon sharon shashi " +
    "shaun shawn sheila shelley sherif sherry shi shigeru shinichi shinzo shirin shirley shreya shruti sibongile sibusiso siddharth " +
    "siddhartha sigrid silke silvia simone sina sinead sipho siobhan smita sofia sofie sonia sonja sophia sophie soumya sridhar stacey stan " +
    "stanislav stanley stefan stefania stefanie stefano steffen stella stephan stephane stephanie stephen steve steven stewart stuart subhash sudhir " +
    "sue suleiman sultana sumit suman sunil sunita suresh susan susana susanna susanne sushma suzanne svetlana swati sven sybille sylvain sylvester sylvia sylvie tadashi takashi takeshi tamar " +
    "tamara tania tanja tanya tara tarek tariq tatiana tatjana taylor ted tedros temitope teodoro terence teresa terrence terry tessa " +
    "thabo thandi theo theodore theresa therese thiago thibault thierry thilo thomas thorsten tiago tiffany tim timo timothy tina tobias " +
    "todd tolu tom tomas tomasz tommy tomoko toni tony tore torsten toshiko tracey tracy trevor tricia trinh trisha tsitsi tunde uche uchenna udo ulf " +
    "ulrich ulrike umar uma umberto ursula usha usman uta uwe valentina valentin valerie vanessa vasily veronica veronika veronique vicente vicki victor " +
    "vijay vikas vikram viktor viktoria vincent vincenzo vineet viola violeta virginie vishal vittorio vivek vivian viviana vivien vladimir " +
    "volker walid wallace walter wanda wanjiru warren wayne wei wendy werner whitney wilfred wilhelm willem william willy wilson winfried winnie " +
    "wojciech wolfgang xavier xiang xiao xin yael yan yannick yara yasmin yasmine yaw yejide yemi yiannis ying yolanda yong yoshiko " +
    "youssef yuki yukiko yun yuri yusuf yvette yvonne zachary zahra zainab zara zeynep zhang zhen zhi zoe zoltan zsofia zulfiqar zuzana zweli"
  ).split(" "),
);
